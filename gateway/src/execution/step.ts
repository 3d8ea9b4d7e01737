/** One part of a plan at work, and what every part is compiled from. */
import type { ResponsePaths } from './response-paths.ts';
import type { Run } from './run.ts';
import type { TypeFamilies } from './type-families.ts';

export type Step = (run: Run) => Promise<void>;

export interface PlanContext {
  readonly families: TypeFamilies;
  readonly responsePaths: ResponsePaths;
}
