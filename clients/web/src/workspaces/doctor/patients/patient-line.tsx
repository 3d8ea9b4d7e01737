/** One patient of the list: who they are, to their record, or straight to a new consultation. */
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useServerClock } from '../../../graph/graph-context.tsx';
import { yearsOld } from '../../../shared/time/format-time.ts';
import { StartRequest } from '../request/start-request.tsx';
import type { PatientsQuery } from './patients.graphql.ts';
import styles from './patients.module.css';

type Patient = PatientsQuery['patients']['nodes'][number];

export function PatientLine({ patient }: { patient: Patient }) {
  const { t } = useTranslation('doctor');
  const { id, name, gender, birthDate, phone } = patient;
  const age = t('shared:age', { count: yearsOld(birthDate, useServerClock().now()) });
  return (
    <div className={styles['line']}>
      <Link to={`/doctor/patients/${id}`} className={styles['patient'] ?? ''}>
        <strong className={styles['name']}>{name}</strong>
        <span>
          {t(`shared:gender.${gender}`)} · {age}
        </span>
        <span className={styles['quiet']}>{t('shared:patient.born', { date: birthDate })}</span>
        <span className={`${styles['quiet']} numerals`}>{phone}</span>
      </Link>
      <StartRequest patientId={id} name={name} />
    </div>
  );
}
