/** Text written into a document itself must be text that can be kept, as in variables. */
import { GraphQLError, type ValidationRule } from 'graphql';
import { textFault } from './value-faults.ts';

export const storableLiterals: ValidationRule = (context) => ({
  StringValue(node) {
    const fault = textFault(node.value);
    if (fault === null) return;
    const message = `A text in the document ${fault}.`;
    const extensions = { code: 'BAD_USER_INPUT', fields: [{ path: 'query', message }] };
    context.reportError(new GraphQLError(message, { nodes: node, extensions }));
  },
});
