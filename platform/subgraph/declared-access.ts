/** Who may use a type or field, as far as that can be said in the schema: integrators read it there, and the gateway keeps it. */
// type-graphql's decorators need it, whoever imports this module first.
import 'reflect-metadata';
import { Directive } from 'type-graphql';
import type { Scope } from '../access/scopes.ts';
import type { Role } from '../access/viewer.ts';

type AccessDecorator = ClassDecorator & MethodDecorator & PropertyDecorator;

/** Whoever is signed in. On a type it holds for every field that returns it, and every field that it has. */
export function Authenticated(): AccessDecorator {
  return Directive('@authenticated');
}

/** Whoever is signed in; a partner app needs all these scopes too. */
export function RequiresScope(...scopes: readonly Scope[]): AccessDecorator {
  return both(Authenticated(), Directive(`@requiresScopes(scopes: [${JSON.stringify(scopes)}])`));
}

/** Only where the role alone decides; what else counts, the policies in the subgraph say. */
export function RequiresRole(role: Role): AccessDecorator {
  return both(Authenticated(), Directive(`@policy(policies: [["role:${role}"]])`));
}

function both(first: AccessDecorator, second: AccessDecorator): AccessDecorator {
  return (...target: unknown[]) => {
    // As if they stood above each other: the lower one first.
    for (const decorator of [second, first]) Reflect.apply(decorator, undefined, target);
  };
}
