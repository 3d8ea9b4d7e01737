/** Tells the server how the line is, every few seconds, and takes its advice on the picture. */
import { useEffect, useRef } from 'react';
import { useClient } from 'urql';
import { ReportNetworkQualityDocument } from './call.graphql.ts';
import type { CallSession } from './call-session.ts';

const everyMs = 8_000;

/** Each reading counts: a line that has recovered proves it by several good ones, so equal readings are told too. */
export function useLineReports(session: CallSession, consultationId: string): void {
  const client = useClient();
  const asking = useRef(false);
  useEffect(() => {
    const report = async () => {
      const { state, quality, sends } = session.now();
      if (asking.current || state !== 'inside' || quality === null || !sends) return;
      asking.current = true;
      const input = { consultationId, networkQuality: quality };
      const { data } = await client.mutation(ReportNetworkQualityDocument, { input }).toPromise();
      asking.current = false;
      if (data) await session.advise(data.reportNetworkQuality);
    };
    const timer = setInterval(() => void report(), everyMs);
    return () => clearInterval(timer);
  }, [client, session, consultationId]);
}
