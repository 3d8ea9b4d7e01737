/** The patient's way into the room: the lobby that checks camera and microphone, then the call. */
import { LeftOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { Call } from '../../../shared/call/call.tsx';
import { useConsultation } from '../../../shared/consultation/use-consultation.ts';
import { LoadingState } from '../../../shared/feedback/loading-state.tsx';
import { ProblemState } from '../../../shared/feedback/problem-state.tsx';
import frame from '../frame/frame.module.css';
import { PatientFrame } from '../frame/patient-frame.tsx';

export function CallPage() {
  const { t } = useTranslation('patient');
  const { id = '' } = useParams();
  const { consultation, problem, readAgain } = useConsultation(id);
  return (
    <PatientFrame title={t('call.title')}>
      {() => (
        <>
          {!consultation && problem && <ProblemState problem={problem} onRetry={readAgain} />}
          {!consultation && !problem && <LoadingState rows={2} height={140} />}
          {consultation && <Call consultation={consultation} role="PATIENT" readAgain={readAgain} />}
          <Link className={frame['tap'] ?? ''} to={`/patient/consultations/${id}`}>
            <LeftOutlined aria-hidden /> {t('call.back')}
          </Link>
        </>
      )}
    </PatientFrame>
  );
}
