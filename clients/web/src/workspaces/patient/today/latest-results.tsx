/** The newest results in a few words; all of them are on the record's page. */
import { RightOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { UnavailablePart } from '../../../shared/feedback/unavailable-part.tsx';
import { useResults } from '../../../shared/record/use-results.ts';
import { usePatient, type PatientHead } from '../../../shared/record/use-patient.ts';
import { useRecord } from '../../../shared/record/use-record.ts';
import frame from '../frame/frame.module.css';
import { PlainResult } from '../record/plain-result.tsx';

const most = 3;

export function LatestResults({ patientId }: { patientId: string }) {
  const { t } = useTranslation('patient');
  const { patient, problem } = usePatient(patientId);
  if (!patient) return problem ? <UnavailablePart part={t('record.title')} /> : null;
  return <Results patient={patient} title={t('record.latest')} />;
}

function Results({ patient, title }: { patient: PatientHead; title: string }) {
  const { t } = useTranslation('patient');
  const { record, problem } = useRecord(patient.id);
  const results = useResults(patient).results ?? [];
  if (!record) return problem ? <UnavailablePart part={t('record.title')} /> : null;
  if (results.length === 0) return null;
  return (
    <section className={frame['card']}>
      <h2>{title}</h2>
      <ul className={frame['list']}>
        {results.slice(0, most).map((result) => (
          <li key={result.code}>
            <PlainResult result={result} />
          </li>
        ))}
      </ul>
      <Link className={frame['more'] ?? ''} to="/patient/record">
        {t('record.all', { count: results.length })} <RightOutlined aria-hidden />
      </Link>
    </section>
  );
}
