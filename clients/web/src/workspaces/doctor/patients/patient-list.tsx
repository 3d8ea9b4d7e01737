/** Patients page by page: each page asks for itself, and the last one offers the next. */
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { problemIn } from '../../../graph/problem.ts';
import { EmptyState } from '../../../shared/feedback/empty-state.tsx';
import { LoadingState } from '../../../shared/feedback/loading-state.tsx';
import { ProblemState } from '../../../shared/feedback/problem-state.tsx';
import { PatientLine } from './patient-line.tsx';
import { PatientsDocument } from './patients.graphql.ts';
import styles from './patients.module.css';

export function PatientList({ search }: { search: string }) {
  return (
    <div className={styles['list']}>
      <PageOf key={search} search={search} after={null} />
    </div>
  );
}

function PageOf({ search, after }: { search: string; after: string | null }) {
  const { t } = useTranslation('doctor');
  const [more, setMore] = useState(false);
  const [{ data, error }, readAgain] = useQuery({
    query: PatientsDocument,
    variables: { search: search === '' ? null : search, after },
    requestPolicy: 'cache-and-network',
  });
  const problem = problemIn(error);
  if (!data) {
    if (problem) return <ProblemState problem={problem} onRetry={() => readAgain({ requestPolicy: 'network-only' })} />;
    return <LoadingState rows={8} />;
  }
  const { nodes, pageInfo } = data.patients;
  if (nodes.length === 0 && after === null) return <Nobody searched={search !== ''} />;
  return (
    <>
      {nodes.map((patient) => (
        <PatientLine key={patient.id} patient={patient} />
      ))}
      {pageInfo.hasNextPage && !more && (
        <div className={styles['more']}>
          <Button onClick={() => setMore(true)}>{t('patients.more')}</Button>
        </div>
      )}
      {more && <PageOf search={search} after={pageInfo.endCursor} />}
    </>
  );
}

function Nobody({ searched }: { searched: boolean }) {
  const { t } = useTranslation('doctor');
  const which = searched ? 'notFound' : 'nobody';
  return <EmptyState title={t(`patients.${which}`)} hint={t(`patients.${which}Hint`)} />;
}
