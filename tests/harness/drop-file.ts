/** A file let go above a place of a page, as the browser tells of it. */
import type { Page } from 'playwright-core';

export interface DroppedFile {
  readonly name: string;
  readonly type: string;
  readonly bytes: Buffer;
}

export async function dropFile(page: Page, place: string, { name, type, bytes }: DroppedFile): Promise<void> {
  const dataTransfer = await page.evaluateHandle(`(() => {
    const raw = Uint8Array.from(atob('${bytes.toString('base64')}'), (letter) => letter.charCodeAt(0));
    const transfer = new DataTransfer();
    transfer.items.add(new File([raw], '${name}', { type: '${type}' }));
    return transfer;
  })()`);
  await page.locator('label').filter({ hasText: place }).dispatchEvent('drop', { dataTransfer });
}
