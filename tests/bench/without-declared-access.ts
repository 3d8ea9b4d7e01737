/** The supergraph for gateways that refuse graphs with declared access: the same graph, with nothing declared. */
import { Kind, parse, print, visit, type ConstDirectiveNode } from 'graphql';

const DECLARED = new Set(['authenticated', 'requiresScopes', 'policy']);
const FEATURE = /specs\.apollo\.dev\/(authenticated|requiresScopes|policy)\//;

export function withoutDeclaredAccess(sdl: string): string {
  const document = visit(parse(sdl), {
    Directive: (node) => {
      if (node.name.value === 'link' && FEATURE.test(urlOf(node as ConstDirectiveNode))) return null;
      return DECLARED.has(node.name.value) ? null : undefined;
    },
    DirectiveDefinition: (node) => (DECLARED.has(node.name.value) ? null : undefined),
  });
  return print(document);
}

function urlOf(link: ConstDirectiveNode): string {
  const url = link.arguments?.find(({ name }) => name.value === 'url')?.value;
  return url?.kind === Kind.STRING ? url.value : '';
}
