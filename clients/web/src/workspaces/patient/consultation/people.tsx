/** Who asks whom: the doctor on the spot, and the experts, each with title and hospital. */
import { useTranslation } from 'react-i18next';
import frame from '../frame/frame.module.css';
import type { MyConsultation } from '../today/use-my-consultations.ts';
import { expertsOf } from '../today/where-it-stands.ts';

export function People({ consultation }: { consultation: MyConsultation }) {
  const { t } = useTranslation('patient');
  const { requester, institution } = consultation;
  const experts = expertsOf(consultation);
  return (
    <section className={frame['card']}>
      <h2>{t('people.title')}</h2>
      <ul className={frame['list']}>
        <li>
          <Person part={t('people.asks')} who={{ ...requester, institution }} />
        </li>
        {experts.map((expert) => (
          <li key={expert.id}>
            <Person part={t('people.answers')} who={expert} />
          </li>
        ))}
        {experts.length === 0 && <li className={frame['quiet']}>{t('people.nobodyYet')}</li>}
      </ul>
    </section>
  );
}

type Whom = Pick<MyConsultation['requester'], 'name' | 'title'> & { readonly institution: { readonly name: string } };

function Person({ part, who: { name, title, institution } }: { part: string; who: Whom }) {
  const { t } = useTranslation('shared');
  return (
    <>
      <span className={frame['quiet']}>{part}</span>
      <br />
      <strong>{name}</strong> {t(`title.${title}`)} · {institution.name}
    </>
  );
}
