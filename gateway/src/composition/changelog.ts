/** The changelog of the graph: one section for what is not released yet, written afresh each time, and the releases as they were. */
import type { GraphChanges } from './graph-changes.ts';

const HEAD = `# Changelog of the graph

What changed for clients. \`npm run schema\` compares the supergraph with the last released one (\`released/supergraph.graphql\`) and
writes "Unreleased" afresh; \`npm run schema -- --release <version>\` makes a release of it. Do not edit it by hand.
`;
const UNRELEASED = '## Unreleased';

/** @param earlier the changelog as it is, or null before there is one */
export function changelogWith(changes: GraphChanges, earlier: string | null): string {
  return [HEAD, `${UNRELEASED}\n\n${inMarkdown(changes)}`, ...releasesIn(earlier)].join('\n');
}

/** @param day such as 2026-11-20 */
export function releasedChangelog(changelog: string, version: string, day: string): string {
  const empty = `${UNRELEASED}\n\n${inMarkdown(noChanges)}\n## ${version} (${day})`;
  return changelog.replace(UNRELEASED, () => empty);
}

const noChanges: GraphChanges = { breaking: [], dangerous: [], deprecated: [], added: [] };

function releasesIn(changelog: string | null): string[] {
  const sections = changelog?.split(/^(?=## )/m) ?? [];
  const releases = sections.filter((section) => section.startsWith('## ') && !section.startsWith(UNRELEASED));
  return releases.map((section) => `${section.trim()}\n`);
}

function inMarkdown({ breaking, dangerous, deprecated, added }: GraphChanges): string {
  const parts = [
    ['Breaking', breaking],
    ['To look at', dangerous],
    ['Deprecated', deprecated],
    ['New', added],
  ] as const;
  const filled = parts.filter(([, changes]) => changes.length > 0);
  if (filled.length === 0) return 'Nothing.\n';
  return filled.map(([title, list]) => `### ${title}\n\n${list.map((change) => `- ${change}\n`).join('')}`).join('\n');
}
