/** The newest results in a few words; all of them are on the record's page. */
import { RightOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { usePatient, type PatientHead } from '../../../shared/record/use-patient.ts';
import { useResults } from '../../../shared/record/use-results.ts';
import { Away } from '../frame/away.tsx';
import frame from '../frame/frame.module.css';
import { PlainResult } from '../record/plain-result.tsx';

const most = 3;

export function LatestResults({ patientId }: { patientId: string }) {
  const { t } = useTranslation('patient');
  const { patient, problem, readAgain } = usePatient(patientId);
  if (!patient) return problem && <Away part={t('record.title')} problem={problem} onRetry={readAgain} />;
  return <Results patient={patient} />;
}

function Results({ patient }: { patient: PatientHead }) {
  const { t } = useTranslation('patient');
  const { results, problem, readAgain } = useResults(patient);
  if (!results) return problem && <Away part={t('record.results')} problem={problem} onRetry={readAgain} />;
  if (results.length === 0) return null;
  return (
    <section className={frame['card']}>
      <h2>{t('record.latest')}</h2>
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
