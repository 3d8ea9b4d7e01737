/** Fields that only read a property of their object are left to the executor, which does so for a fraction of the cost. */
import { getMetadataStorage } from 'type-graphql';

/** A field that is guarded keeps type-graphql's resolver, for that is where the guard is. */
export function leavePlainFieldsToExecutor(): void {
  const { fields, middlewares, authorizedFields } = getMetadataStorage();
  for (const field of fields) {
    const guarded = [...middlewares, ...authorizedFields].some(
      ({ target, fieldName }) => target === field.target && fieldName === field.name,
    );
    if (!guarded && field.name === field.schemaName) field.simple = true;
  }
}
