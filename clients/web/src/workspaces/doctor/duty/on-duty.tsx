/** Who is on duty now, specialty by specialty, with how soon each usually answers. */
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../../shared/feedback/empty-state.tsx';
import { LoadingState } from '../../../shared/feedback/loading-state.tsx';
import { UnavailablePart } from '../../../shared/feedback/unavailable-part.tsx';
import styles from './duty.module.css';
import { ExpertLine } from './expert-line.tsx';
import { useOnDuty } from './use-on-duty.ts';

export function OnDuty() {
  const { t } = useTranslation('doctor');
  const { experts, problem } = useOnDuty({ online: true, first: 50 });
  return (
    <section className={styles['duty']}>
      <h2 className={styles['heading']}>
        {t('duty.title')} {experts && <span className={`${styles['quiet']} numerals`}>{experts.length}</span>}
      </h2>
      {problem && !experts && <UnavailablePart part={t('duty.title')} />}
      {!experts && !problem && <LoadingState rows={5} />}
      {experts?.length === 0 && <EmptyState title={t('duty.nobody')} hint={t('duty.nobodyHint')} />}
      <ul>
        {experts?.map((expert) => (
          <ExpertLine key={expert.id} expert={expert} withSpecialty />
        ))}
      </ul>
    </section>
  );
}
