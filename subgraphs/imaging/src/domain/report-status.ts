/** How a report goes on: a final one is never edited, only followed by an amended version. */
export const reportStatuses = ['PRELIMINARY', 'FINAL', 'AMENDED'] as const;
export type ReportStatus = (typeof reportStatuses)[number];

const followedBy: Readonly<Record<ReportStatus, { preliminary: ReportStatus | null; final: ReportStatus }>> = {
  PRELIMINARY: { preliminary: 'PRELIMINARY', final: 'FINAL' },
  FINAL: { preliminary: null, final: 'AMENDED' },
  AMENDED: { preliminary: null, final: 'AMENDED' },
};

/** The next version's status; null where a final report would become preliminary again. */
export function statusAfter(latest: ReportStatus | null, preliminary: boolean): ReportStatus | null {
  if (latest === null) return preliminary ? 'PRELIMINARY' : 'FINAL';
  return preliminary ? followedBy[latest].preliminary : followedBy[latest].final;
}
