/** One consultation for the patient: how far it is, who asks whom, what came of it and what to do now; to print or to keep. */
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { LoadingState } from '../../../shared/feedback/loading-state.tsx';
import { ProblemState } from '../../../shared/feedback/problem-state.tsx';
import { PatientFrame } from '../frame/patient-frame.tsx';
import { OpenedConsultation } from './opened-consultation.tsx';
import { useMyConsultation } from './use-my-consultation.ts';

export function ConsultationPage() {
  const { t } = useTranslation('patient');
  const { id = '' } = useParams();
  const { consultation, problem, readAgain } = useMyConsultation(id);
  const title = consultation ? `${t(`shared:kind.${consultation.kind}`)} · ${consultation.specialty}` : t('one.title');
  return (
    <PatientFrame title={title}>
      {() => (
        <>
          {!consultation && problem && <ProblemState problem={problem} onRetry={readAgain} />}
          {!consultation && !problem && <LoadingState rows={3} height={140} />}
          {consultation && <OpenedConsultation consultation={consultation} />}
        </>
      )}
    </PatientFrame>
  );
}
