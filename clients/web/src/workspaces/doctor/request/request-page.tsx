/** A request as it is written, or mended after the centre gave it back: the form, and beside it what it still lacks. */
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { problemIn } from '../../../graph/problem.ts';
import { LoadingState } from '../../../shared/feedback/loading-state.tsx';
import { ProblemState } from '../../../shared/feedback/problem-state.tsx';
import type { Consultation } from '../../../shared/consultation/use-consultation.ts';
import { Returned } from './returned.tsx';
import { RequestForm } from './request-form.tsx';
import { RequestToWriteDocument } from './request.graphql.ts';
import styles from './request.module.css';

export function RequestPage({ consultation }: { consultation: Consultation }) {
  const { t } = useTranslation('doctor');
  const { id, number, status } = consultation;
  const [{ data, error }, readAgain] = useQuery({
    query: RequestToWriteDocument,
    variables: { id },
    requestPolicy: 'cache-and-network',
  });
  const afresh = () => readAgain({ requestPolicy: 'network-only' });
  const request = data?.consultation;
  const problem = problemIn(error);
  return (
    <div className={styles['page']}>
      <header className={styles['head']}>
        <h1>{t(status === 'RETURNED' ? 'request.mend' : 'request.title')}</h1>
        <span className={`${styles['quiet']} numerals`}>{number}</span>
      </header>
      {status === 'RETURNED' && <Returned timeline={consultation.timeline} />}
      {!request && problem && <ProblemState problem={problem} onRetry={afresh} />}
      {!request && !problem && <LoadingState rows={8} height={56} />}
      {request && <RequestForm request={request} patientId={request.patient.id} readAgain={afresh} />}
    </div>
  );
}
