/** Parses a resource by its schema, and tells the first fault in words that name the element but never its value. */
import type * as z from 'zod';
import { isJsonObject, type JsonObject, type JsonValue } from './json-value.ts';
import { kept, skipped, type ReadResult } from './read-result.ts';

export function readElements<Schema extends z.ZodType>(
  schema: Schema,
  resource: JsonObject,
): ReadResult<z.infer<Schema>> {
  const parsed = schema.safeParse(resource);
  if (parsed.success) return kept(parsed.data);
  const [issue] = parsed.error.issues;
  return skipped(issue === undefined ? 'the resource cannot be read' : reasonOf(issue, resource));
}

function reasonOf(issue: z.core.$ZodIssue, resource: JsonObject): string {
  const path = issue.path.join('.');
  if (valueAt(resource, issue.path) === undefined) return `required element ${path} is missing`;
  const fault = issue.code === 'custom' ? issue.message : 'is not of the type that FHIR R4 gives it';
  return `element ${path} ${fault}`;
}

function valueAt(resource: JsonObject, path: readonly PropertyKey[]): JsonValue | undefined {
  let value: JsonValue | undefined = resource;
  for (const step of path) {
    if (Array.isArray(value)) value = value[Number(step)];
    else value = isJsonObject(value) ? value[String(step)] : undefined;
  }
  return value ?? undefined;
}
