/** Settings come from the environment, are parsed once, and all faults are told at once. */
import type { z } from 'zod';

export interface Setting<S extends z.ZodType = z.ZodType> {
  readonly schema: S;
  readonly about: string;
  readonly example: string;
  /** Settings without which this one means nothing: where this is set, they must be too. */
  readonly needs?: readonly string[];
}
export type SettingsSpec = Readonly<Record<string, Setting>>;
export type SettingsOf<Spec extends SettingsSpec> = { readonly [K in keyof Spec]: z.output<Spec[K]['schema']> };

export function defineSettings<const Spec extends SettingsSpec>(spec: Spec): Spec {
  return spec;
}

export interface SettingFault {
  readonly name: string;
  readonly problem: string;
  readonly about: string;
  readonly example: string;
}

/** The environment cannot be used as it is; `faults` lists everything that is wrong with it. */
export class InvalidSettings extends Error {
  readonly faults: readonly SettingFault[];

  constructor(faults: readonly SettingFault[]) {
    const lines = faults.map((f) => `  ${f.name}: ${f.problem}. ${f.about} Example: ${f.name}=${f.example}`);
    super(`Settings that must be mended before the platform can start:\n${lines.join('\n')}`);
    this.name = 'InvalidSettings';
    this.faults = faults;
  }
}

type Environment = Readonly<Record<string, string | undefined>>;

function faultsOf(spec: SettingsSpec, env: Environment): SettingFault[] {
  return Object.entries(spec).flatMap(([name, setting]) => {
    const result = setting.schema.safeParse(given(env, name));
    const problems = result.success
      ? missingBeside(name, spec, env)
      : result.error.issues.map((issue) => issue.message);
    if (problems.length === 0) return [];
    return [{ name, problem: problems.join('; '), about: setting.about, example: setting.example }];
  });
}

/** An empty variable is as good as none. */
function given(env: Environment, name: string): string | undefined {
  return env[name] === '' ? undefined : env[name];
}

function missingBeside(name: string, spec: SettingsSpec, env: Environment): string[] {
  if (given(env, name) !== undefined) return [];
  const needing = Object.keys(spec).filter(
    (other) => spec[other]?.needs?.includes(name) && given(env, other) !== undefined,
  );
  return needing.length > 0 ? [`is missing beside ${needing.join(' and ')}: set all of them or none`] : [];
}

/** Refuses the whole environment with every fault of every spec; call it once, before anything starts. */
export function checkSettings(specs: readonly SettingsSpec[], env: Environment): void {
  const byName = new Map<string, SettingFault>();
  // The first spec that names a setting speaks for it.
  for (const fault of specs.flatMap((spec) => faultsOf(spec, env)))
    if (!byName.has(fault.name)) byName.set(fault.name, fault);
  if (byName.size > 0) throw new InvalidSettings([...byName.values()]);
}

export function parseSettings<Spec extends SettingsSpec>(spec: Spec, env: Environment): SettingsOf<Spec> {
  checkSettings([spec], env);
  const entries = Object.entries(spec).map(([name, setting]) => [name, setting.schema.parse(given(env, name))]);
  // The entries were parsed by the very schemas that SettingsOf infers from.
  return Object.fromEntries(entries) as SettingsOf<Spec>;
}
