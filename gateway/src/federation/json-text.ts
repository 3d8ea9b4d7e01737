/** JSON that is text already, where a value is expected: written out as it is, and parsed only for whoever looks inside. */
export class JsonText {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  toJSON(): unknown {
    return JSON.parse(this.text);
  }
}

/** An execution result as JSON, with its data put in as the text that it is. */
export function resultText({ data, ...rest }: { readonly data?: unknown }): string {
  if (!(data instanceof JsonText)) return JSON.stringify({ data, ...rest });
  const others = JSON.stringify(rest);
  const separator = others === '{}' ? '' : ',';
  // Errors stand first, as Apollo Server writes them: a reader that stops early has seen them.
  return `${others.slice(0, -1)}${separator}"data":${data.text}}`;
}
