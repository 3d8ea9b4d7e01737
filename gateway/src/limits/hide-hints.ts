/** Suggestions in error messages are pieces of the schema, which production does not tell. */
export function withoutHints(message: string): string {
  return message.replace(/ ?Did you mean(.+?)\?$/, '');
}
