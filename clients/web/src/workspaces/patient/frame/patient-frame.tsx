/** What all pages of the patient have: whose they are, the way to the others, and the page itself in a column that reads well. */
import type { ReactNode } from 'react';
import { EmptyState } from '../../../shared/feedback/empty-state.tsx';
import { LoadingState } from '../../../shared/feedback/loading-state.tsx';
import { ProblemState } from '../../../shared/feedback/problem-state.tsx';
import { useTranslation } from 'react-i18next';
import { PatientNav } from './patient-nav.tsx';
import styles from './frame.module.css';
import { useMyPatient } from './use-my-patient.ts';
import { WhoseLine } from './whose-line.tsx';

interface PatientFrameProps {
  readonly title: string;
  readonly children: (patientId: string) => ReactNode;
}

export function PatientFrame({ title, children }: PatientFrameProps) {
  const { t } = useTranslation('patient');
  const { id, loading, problem, readAgain } = useMyPatient();
  return (
    <div className={styles['frame']}>
      <PatientNav />
      <div className={styles['page']}>
        {id !== null && <WhoseLine patientId={id} />}
        <h1>{title}</h1>
        {id !== null && children(id)}
        {loading && <LoadingState rows={4} height={96} />}
        {id === null && problem && <ProblemState problem={problem} onRetry={readAgain} />}
        {id === null && !loading && !problem && <EmptyState title={t('nobody.title')} hint={t('nobody.hint')} />}
      </div>
    </div>
  );
}
