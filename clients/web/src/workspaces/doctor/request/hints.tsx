/** What experts of the chosen specialty want to see, and which of them are there now. */
import { useTranslation } from 'react-i18next';
import { UnavailablePart } from '../../../shared/feedback/unavailable-part.tsx';
import { specialties } from '../../../shared/terms/specialties.ts';
import { ExpertLine } from '../duty/expert-line.tsx';
import { useOnDuty } from '../duty/use-on-duty.ts';
import styles from './request.module.css';

export function Hints({ specialty }: { specialty: string }) {
  const { t } = useTranslation('doctor');
  const known = specialties.some(({ value }) => value === specialty);
  const hints = known ? t(`hints.${specialty}`, { defaultValue: t('hints.any') }) : null;
  const { experts, problem } = useOnDuty({ specialty, first: 6 }, !known);
  if (hints === null) return <p className={styles['quiet']}>{t('hints.chooseFirst')}</p>;
  const there = experts?.filter(({ online }) => online) ?? [];
  return (
    <>
      <section className={styles['card']}>
        <h2 className={styles['heading']}>{t('hints.title', { specialty })}</h2>
        <p>{hints}</p>
      </section>
      <section className={styles['card']}>
        <h2 className={styles['heading']}>{t('hints.duty', { specialty })}</h2>
        {problem && !experts && <UnavailablePart part={t('duty.title')} />}
        {experts && there.length === 0 && (
          <p className={styles['quiet']}>{t(experts.length === 0 ? 'hints.none' : 'hints.away')}</p>
        )}
        <ul>
          {there.map((expert) => (
            <ExpertLine key={expert.id} expert={expert} />
          ))}
        </ul>
      </section>
    </>
  );
}
