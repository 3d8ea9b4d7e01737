/** All live subscriptions of the gateway, equal ones together; they go on when a new version of the graph takes over. */
import { createHash } from 'node:crypto';
import { GraphQLError } from 'graphql';
import { LRUCache } from 'lru-cache';
import type { GraphVersion } from '../federation/graph-version.ts';
import { rightsOf } from '../federation/gateway-context.ts';
import { observedEvents } from '@huizhen/platform/telemetry/observed-events';
import type { Metrics } from '../telemetry/metrics.ts';
import { noteOperation } from '../telemetry/note-operation.ts';
import { observedPlan } from '../telemetry/observed-plan.ts';
import { accessCall } from '../access/access-call.ts';
import { checkCall } from '../limits/check-call.ts';
import type { CheckedDocuments } from './checked-documents.ts';
import type { Deliveries } from './deliveries.ts';
import type { EventSources } from './enrich-event.ts';
import { EqualSubscriptions, type CompletedEvents, type GroupOptions } from './feed-group.ts';
import type { LiveCall } from './live-call.ts';
import { livePlan, type LivePlan } from './live-plan.ts';
import { refusalText } from './result-text.ts';

export interface LiveGraph {
  readonly current: GraphVersion;
  readonly introspection: boolean;
  /** An event is about to be told: whoever hears of it and asks sees what it changed. */
  tellingEvent(): void;
  onVersion(listener: (version: GraphVersion) => void): () => void;
}

export interface LiveFeedsOptions extends EventSources {
  readonly graph: LiveGraph;
  readonly documents: CheckedDocuments;
  readonly metrics: Metrics;
}

export class LiveFeeds {
  private readonly options: LiveFeedsOptions;
  private readonly groups = new Map<string, EqualSubscriptions>();
  private readonly completed: CompletedEvents = new LRUCache({ max: 2_000, ttl: 1_000 });

  constructor(options: LiveFeedsOptions) {
    this.options = options;
    options.graph.onVersion((version) => {
      for (const group of this.groups.values()) this.carryOver(group, version);
    });
  }

  /** Starts to feed the subscriber. Returns how to stop, or why it may not be. */
  subscribe(call: LiveCall, subscriber: Deliveries): (() => void) | readonly GraphQLError[] {
    const observed = observedEvents(`event ${noteOperation(call)}`);
    const plan = this.planFor(this.options.graph.current, call);
    if (!('upstream' in plan)) return plan;
    const group = this.groupOf(plan, call, observed);
    group.join(subscriber, plan.upstream.startOf(call.variables));
    return () => group.leave(subscriber);
  }

  /** Of what the caller may ask for, by the supergraph's own words. */
  private planFor(version: GraphVersion, call: LiveCall): LivePlan | readonly GraphQLError[] {
    const { logger, metrics } = this.options;
    const refusals = version.access.refusalsOfWhole(accessCall(logger, call, call.variables));
    const permitted = version.access.permitted(call, call.context.viewer);
    if (refusals.length > 0 || permitted === null) return refusals;
    return livePlan(
      version,
      observedPlan(metrics, () => version.plan(permitted)),
    );
  }

  private groupOf(plan: LivePlan, own: LiveCall, observed: GroupOptions['observed']): EqualSubscriptions {
    const key = keyOf(plan, own);
    const known = this.groups.get(key);
    if (known) return known;
    const onEmpty = () => {
      if (this.groups.get(key) === group) this.groups.delete(key);
    };
    const onTelling = () => this.options.graph.tellingEvent();
    const { completed } = this;
    const options = { ...this.options, metrics: this.options.metrics.live, completed, observed, onEmpty, onTelling };
    // It may outlive the request of the one who came first.
    const call = { ...own, context: { ...own.context, signal: undefined } };
    const group = new EqualSubscriptions(key, { plan, call }, options);
    this.groups.set(key, group);
    return group;
  }

  private carryOver(group: EqualSubscriptions, version: GraphVersion): void {
    const { documents, graph } = this.options;
    const { call } = group;
    const checked = documents.check(call.source);
    if ('errors' in checked) return group.end(outOfDate(checked.errors));
    const found = checkCall({ schema: version.schema, introspection: graph.introspection }, call);
    if (found instanceof GraphQLError) return group.end(outOfDate([found]));
    const plan = this.planFor(version, call);
    if ('upstream' in plan) group.adopt(plan);
    else group.end(refusalText(...plan));
  }
}

/** The place where somebody starts is not part of what they subscribe to. */
function keyOf({ upstream }: LivePlan, { context, operationName, source, variables }: LiveCall): string {
  const { [upstream.startVariable ?? '']: _start, ...others } = variables;
  const sorted = Object.entries(others).toSorted(([a], [b]) => (a < b ? -1 : 1));
  const all = JSON.stringify([rightsOf(context), operationName ?? null, source, sorted]);
  return createHash('sha256').update(all).digest('base64');
}

function outOfDate(errors: readonly GraphQLError[]): string {
  const reasons = errors.map(({ message }) => ({ path: 'query', message }));
  const message =
    'The graph has changed, and this subscription does not fit it any more. Read the schema again and subscribe anew.';
  return refusalText(new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT', fields: reasons } }));
}
