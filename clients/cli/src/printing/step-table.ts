/** The whole run at a glance: each step, how long it took, and how soon its events came. */
import type { StepReport } from '../run-state.ts';
import { displayWidth, padTo } from './display-width.ts';

export function stepTable(reports: readonly StepReport[], titles: ReadonlyMap<string, string>): string {
  const rows = reports.map(({ step, ms, events }) => [
    titles.get(step) ?? step,
    ms.toFixed(0),
    events.map(({ feed, latencyMs }) => `${feed.split(' ')[0]} ${latencyMs.toFixed(0)}`).join(' · '),
  ]);
  return asTable([['步骤 step', '毫秒 ms', '应答→事件 answer→event (ms)'], ...rows, totals(reports)]);
}

function totals(reports: readonly StepReport[]): string[] {
  const ms = reports.reduce((sum, report) => sum + report.ms, 0);
  const latencies = reports.flatMap(({ events }) => events.map(({ latencyMs }) => latencyMs));
  const worst = latencies.length === 0 ? '' : ` · 最慢 slowest ${Math.max(...latencies).toFixed(0)}`;
  return ['合计 total', ms.toFixed(0), `${latencies.length} 个事件 events${worst}`];
}

function asTable(rows: readonly (readonly string[])[]): string {
  const columns = rows[0]?.map((_, at) => Math.max(...rows.map((row) => displayWidth(row[at] ?? '')))) ?? [];
  const lines = rows.map((row) =>
    row
      .map((cell, at) => padTo(columns[at] ?? 0, cell))
      .join('  ')
      .trimEnd(),
  );
  const rule = '─'.repeat(Math.max(...lines.map(displayWidth)));
  return [lines[0], rule, ...lines.slice(1, -1), rule, lines.at(-1)].join('\n');
}
