/** Why a request was not taken, item by item, with what to do; a consent can be recorded right there. */
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../../graph/problem.ts';
import { ProblemState } from '../../../shared/feedback/problem-state.tsx';
import styles from './meter.module.css';
import { MissingList } from './missing-list.tsx';

export function Refusal({ problem, onConsent }: { problem: Problem; onConsent: () => void }) {
  const { t } = useTranslation('doctor');
  return (
    <>
      <ProblemState problem={problem} />
      {problem.code === 'CONSENT_REQUIRED' && <Button onClick={onConsent}>{t('consent.record')}</Button>}
      {problem.code === 'INCOMPLETE_REQUEST' && (
        <div className={styles['refused']}>
          <MissingList missing={problem.fields ?? []} onConsent={onConsent} />
        </div>
      )}
    </>
  );
}
