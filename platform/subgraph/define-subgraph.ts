/** A subgraph is a value: what it publishes, what it keeps, what it reacts to. It runs in process or behind HTTP unchanged. */
// type-graphql's decorators need it; a subgraph's index imports this module before its own classes.
import 'reflect-metadata';
import type { EntitySchema } from '@mikro-orm/core';
import type { EventType } from '@huizhen/schema/events';
import type { NonEmptyArray } from 'type-graphql';
import type { Viewer } from '../access/viewer.ts';
import type { SettingsOf, SettingsSpec } from '../config/settings.ts';
import type { Migration } from '../database/migrations.ts';
import type { LoggedEvent } from '../events/logged-event.ts';
import type { Context, UnitTools } from './context.ts';

/** Does something in the name of somebody, such as a demo account. */
export type ActAs<C> = <T>(viewer: Viewer, work: (context: C) => Promise<T>) => Promise<T>;

/** Finds an entity by the key fields that another subgraph knows; null when it is not there or not the viewer's. */
export type ReferenceResolver<C> = (reference: never, context: C) => unknown;

/** Does something when an event was logged. May be called more than once for one event. */
export interface Reaction<C> {
  readonly name: string;
  readonly on: readonly EventType[];
  run(context: C, event: LoggedEvent): Promise<void>;
}

/** Work at a later time; retried with growing pauses until it succeeds. May be called more than once. */
export interface Job<C> {
  readonly name: string;
  run(context: C, data: Readonly<Record<string, string>>): Promise<void>;
}

/** An HTTP route that the gateway publishes under the same path. `access` says who may call it without a viewer. */
export interface Route<C> {
  readonly method: 'GET' | 'POST' | 'DELETE';
  /** Hono's pattern, such as '/dicom-web/studies/:study'. */
  readonly path: string;
  handle(context: C, request: Request, parameters: Readonly<Record<string, string>>): Promise<Response>;
}

export interface SubgraphDefinition<Store, Spec extends SettingsSpec> {
  /** Also its PostgreSQL schema and the stem of its roles' names. */
  readonly name: string;
  /** It signs people in, and so is given the key of their access tokens. */
  readonly signsIn?: true;
  /** It tells patients who has seen their record, and so may read what the access log has about the patient who asks. */
  readonly tellsAccesses?: true;
  readonly settings: Spec;
  readonly resolvers: NonEmptyArray<Function>;
  readonly references: Readonly<Record<string, ReferenceResolver<Context<Store, SettingsOf<Spec>>>>>;
  readonly entities: readonly EntitySchema[];
  readonly migrations: readonly Migration[];
  readonly reactions?: readonly Reaction<Context<Store, SettingsOf<Spec>>>[];
  readonly jobs?: readonly Job<Context<Store, SettingsOf<Spec>>>[];
  readonly routes?: readonly Route<Context<Store, SettingsOf<Spec>>>[];
  /** The repositories on one transaction. */
  store(tools: UnitTools): Store;
  /** Runs once after the start, before the first request. */
  start?(context: Context<Store, SettingsOf<Spec>>): Promise<void>;
  /** Fills an empty database with demo data; `as` lets demo accounts do what leaves a trace, such as reading a record. */
  demo?(
    context: Context<Store, SettingsOf<Spec>>,
    now: Date,
    as: ActAs<Context<Store, SettingsOf<Spec>>>,
  ): Promise<void>;
  /** True when the database holds real people's accounts, so that demo data must not be added. */
  holdsRealAccounts?(context: Context<Store, SettingsOf<Spec>>): Promise<boolean>;
}

/** A definition whose types are closed over; what the platform mounts. */
export type Subgraph = SubgraphDefinition<object, SettingsSpec>;

export function defineSubgraph<Store extends object, Spec extends SettingsSpec>(
  definition: SubgraphDefinition<Store, Spec>,
): Subgraph {
  // The store's type is private to the definition: it makes the store and is the only one that is ever handed it.
  return definition as unknown as Subgraph;
}
