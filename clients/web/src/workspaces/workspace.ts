/** What a workspace tells the shell: whose it is, its pages, and its words. Each folder here has one in its index.ts. */
import type { ComponentType, LazyExoticComponent } from 'react';
import type { WordsByLanguage } from '../shared/words/i18n.ts';

export interface WorkspacePage {
  /** Below the workspace's own path, as react-router writes it: '' is its first page, ':id' one with a part of its own. */
  readonly path: string;
  /** Made with React.lazy, so that nobody loads what they do not open. */
  readonly page: LazyExoticComponent<ComponentType>;
}

export interface Workspace {
  /** First segment of its addresses, and the namespace of its words. */
  readonly name: string;
  readonly role: 'REQUESTER' | 'EXPERT' | 'COORDINATOR' | 'PATIENT';
  /** 14 where experts work densely, 16 where patients read. */
  readonly fontSize: 14 | 16;
  /** Loads the code of its first page, which is known to be wanted next while somebody still signs in. */
  readonly prefetch?: () => Promise<unknown>;
  readonly pages: readonly WorkspacePage[];
  readonly words: WordsByLanguage;
}
