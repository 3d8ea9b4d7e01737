/** The consultation as a sheet of A4, for the patient's file: seen by the printer alone, whether by the button or by Ctrl+P. */
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { useServerClock } from '../../../graph/graph-context.tsx';
import type { Consultation } from '../../../shared/consultation/use-consultation.ts';
import { dateAndTime, yearsOld } from '../../../shared/time/format-time.ts';
import { PaperPatientDocument } from './paper.graphql.ts';
import { PaperOpinions } from './paper-opinions.tsx';
import styles from './paper.module.css';

export function Paper({ consultation }: { consultation: Consultation }) {
  const { t } = useTranslation('doctor');
  const { number, institution, requester, reason, summary, conclusion, timeline, status } = consultation;
  const concludedAt = timeline.find(({ event }) => event === 'consultation.completed')?.at;
  return (
    <article className={styles['paper']} aria-hidden>
      <header className={styles['head']}>
        <p className={styles['institution']}>{institution.name}</p>
        <h1>{t('paper.title')}</h1>
        <p className="numerals">
          {t('paper.number')} {number}
        </p>
      </header>
      <PatientOnPaper id={consultation.id} />
      <Facts consultation={consultation} />
      <Part title={t('shared:consultation.reason')} text={reason} />
      <Part title={t('shared:consultation.summary')} text={summary} />
      <PaperOpinions id={consultation.id} opinions={consultation.opinions} />
      {conclusion !== null && (
        <section className={styles['part']}>
          <h2>{t('paper.conclusion')}</h2>
          <p className={styles['words']}>{conclusion}</p>
          <p className={styles['signature']}>
            {t('paper.requester')} {requester.name}（{t(`shared:title.${requester.title}`)}）{' '}
            {concludedAt !== undefined && dateAndTime(concludedAt)}
          </p>
        </section>
      )}
      <footer className={styles['foot']}>
        <p>{t(status === 'COMPLETED' ? 'paper.final' : 'paper.preliminary')}</p>
        <p>{t('paper.liable')}</p>
      </footer>
    </article>
  );
}

function PatientOnPaper({ id }: { id: string }) {
  const { t } = useTranslation('doctor');
  const now = useServerClock().now();
  const [{ data }] = useQuery({ query: PaperPatientDocument, variables: { id } });
  const patient = data?.consultation?.patient;
  if (!patient) return <p className={styles['facts']}>{t('paper.noPatient')}</p>;
  const { name, gender, birthDate, identityNumber } = patient;
  return (
    <p className={styles['facts']}>
      <strong>{name}</strong> <span>{t(`shared:gender.${gender}`)}</span>{' '}
      <span>{t('shared:age', { count: yearsOld(birthDate, now) })}</span>{' '}
      <span>{t('shared:patient.born', { date: birthDate })}</span>{' '}
      {identityNumber !== null && (
        <span>
          {t('shared:patient.identity')} {identityNumber}
        </span>
      )}
    </p>
  );
}

function Facts({ consultation }: { consultation: Consultation }) {
  const { t } = useTranslation('doctor');
  const { kind, urgency, specialty, diseaseCode, submittedAt, requester } = consultation;
  return (
    <p className={styles['facts']}>
      <span>{t(`shared:kind.${kind}`)}</span> <span>{t(`shared:urgency.${urgency}`)}</span>{' '}
      <span>{t('paper.specialty', { specialty })}</span> {diseaseCode !== null && <span>ICD-10 {diseaseCode}</span>}{' '}
      <span>{t('paper.askedBy', { name: requester.name })}</span>{' '}
      {submittedAt !== null && <span>{t('paper.askedAt', { at: dateAndTime(submittedAt) })}</span>}
    </p>
  );
}

function Part({ title, text }: { title: string; text: string }) {
  return (
    <section className={styles['part']}>
      <h2>{title}</h2>
      <p className={styles['words']}>{text}</p>
    </section>
  );
}
