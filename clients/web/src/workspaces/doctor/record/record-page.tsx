/** One patient: who, what is known, what was agreed to, and what experts have said before. */
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { ProblemState } from '../../../shared/feedback/problem-state.tsx';
import { RecordBanner } from '../../../shared/record/record-banner.tsx';
import { RecordView } from '../../../shared/record/record-view.tsx';
import { usePatient } from '../../../shared/record/use-patient.ts';
import { ConsentCard } from '../consent/consent-card.tsx';
import { Frame } from '../frame/frame.tsx';
import { DropImages } from '../images/drop-images.tsx';
import { StartRequest } from '../request/start-request.tsx';
import { History } from './history.tsx';
import styles from './record.module.css';

export function RecordPage() {
  const { patientId = '' } = useParams();
  const { t } = useTranslation('doctor');
  const { patient, problem, readAgain } = usePatient(patientId);
  if (problem && !patient) {
    return (
      <Frame>
        <div className={styles['page']}>
          <ProblemState problem={problem} onRetry={readAgain} />
        </div>
      </Frame>
    );
  }
  return (
    <Frame>
      <RecordBanner patientId={patientId} />
      <div className={styles['page']}>
        <h1 className="unseen">{t('record.title', { name: patient?.name ?? '' })}</h1>
        <div className={styles['start']}>
          {patient && <StartRequest patientId={patientId} name={patient.name} primary />}
        </div>
        <div className={styles['record']}>{patient && <RecordView patient={patient} />}</div>
        <aside className={styles['aside']}>
          {patient && <ConsentCard patient={patient} readAgain={readAgain} />}
          <History patientId={patientId} />
          <section>
            <h2 className={styles['heading']}>{t('images.upload')}</h2>
            <DropImages patientId={patientId} />
          </section>
        </aside>
      </div>
    </Frame>
  );
}
