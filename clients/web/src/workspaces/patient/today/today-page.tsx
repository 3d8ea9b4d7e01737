/** Today: what is under way first, then what came of it, what is to be paid, and which consent needs a look. */
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../../shared/feedback/empty-state.tsx';
import { LoadingState } from '../../../shared/feedback/loading-state.tsx';
import { Away } from '../frame/away.tsx';
import { PatientFrame } from '../frame/patient-frame.tsx';
import { BillsDue } from './bills-due.tsx';
import { ConsentsDue } from './consents-due.tsx';
import { LatestResults } from './latest-results.tsx';
import { NowCard } from './now-card.tsx';
import { PastConsultations } from './past-consultations.tsx';
import { useMyConsultations } from './use-my-consultations.ts';
import { isOver } from './where-it-stands.ts';

export function TodayPage() {
  const { t } = useTranslation('patient');
  return <PatientFrame title={t('today.title')}>{(patientId) => <Today patientId={patientId} />}</PatientFrame>;
}

function Today({ patientId }: { patientId: string }) {
  const { t } = useTranslation('patient');
  const { consultations, problem, readAgain } = useMyConsultations();
  const current = consultations?.filter((one) => !isOver(one)) ?? [];
  const past = consultations?.filter(isOver) ?? [];
  return (
    <>
      {!consultations && !problem && <LoadingState rows={2} height={140} />}
      {!consultations && problem && <Away part={t('one.title')} problem={problem} onRetry={readAgain} />}
      {consultations?.length === 0 && <EmptyState title={t('today.nothing')} hint={t('today.nothingHint')} />}
      {inOrder(current).map((consultation, index) => (
        <NowCard key={consultation.id} consultation={consultation} first={index === 0} />
      ))}
      <BillsDue />
      <ConsentsDue patientId={patientId} needed={current.length > 0} />
      {past.length > 0 && <PastConsultations consultations={past} />}
      <LatestResults patientId={patientId} />
    </>
  );
}

const soonest = ['IN_PROGRESS', 'INTERRUPTED', 'ASSIGNED'];

/** What one can go into now comes first. */
function inOrder<One extends { status: string }>(consultations: readonly One[]): readonly One[] {
  const place = ({ status }: One) => (soonest.indexOf(status) + soonest.length + 1) % (soonest.length + 1);
  return consultations.toSorted((one, other) => place(one) - place(other));
}
