/** The executor that the settings ask for. */
import type { PlatformSettings } from '../settings.ts';
import type { Metrics } from '../telemetry/metrics.ts';
import { apolloExecutor } from './apollo-executor.ts';
import { CompiledExecutor } from './compiled-executor.ts';
import type { PlanExecutor } from './plan-executor.ts';

export function chosenExecutor({ EXECUTOR }: PlatformSettings, { compilations }: Metrics): PlanExecutor {
  return EXECUTOR === 'apollo' ? apolloExecutor : new CompiledExecutor({ compilations, otherwise: apolloExecutor });
}
