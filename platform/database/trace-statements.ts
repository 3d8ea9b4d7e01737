/**
 * A span for each statement of the entity manager. It must be here and not at the driver: MikroORM writes the values into the text that it
 * hands to the driver, while `onQuery` still sees placeholders.
 */
import type { MikroORM } from '@mikro-orm/postgresql';
import { AsyncLocalStorage } from 'node:async_hooks';
import { SpanKind } from '@opentelemetry/api';
import { isTracing, traced, type OpenSpan } from '../telemetry/tracing.ts';
import { statementText, verbOf } from './statement-text.ts';

const statements = new AsyncLocalStorage<OpenSpan>();

/** For MikroORM's `onQuery`: tells the running statement's span what its text is. */
export function tellStatement(sql: string): string {
  const span = statements.getStore();
  if (span) {
    span.name(verbOf(sql));
    span.set({ 'db.query.text': statementText(sql), 'db.operation.name': verbOf(sql) });
  }
  return sql;
}

export function traceStatements(orm: MikroORM, namespace: string): void {
  if (!isTracing()) return;
  const connection = orm.em.getConnection();
  const execute = connection.execute.bind(connection);
  const spanning = { kind: SpanKind.CLIENT, attributes: { 'db.system.name': 'postgresql', 'db.namespace': namespace } };
  const observed = (...parts: Parameters<typeof execute>) =>
    traced('statement', spanning, (span) => statements.run(span, () => execute(...parts)));
  Object.assign(connection, { execute: observed });
}
