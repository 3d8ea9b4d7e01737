/** One consultation at any stage: while it can be written it is the form, afterwards it is what happened to it and what to do now. */
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useQuery } from 'urql';
import { LoadingState } from '../../../shared/feedback/loading-state.tsx';
import { ProblemState } from '../../../shared/feedback/problem-state.tsx';
import { UnavailablePart } from '../../../shared/feedback/unavailable-part.tsx';
import { RecordBanner } from '../../../shared/record/record-banner.tsx';
import { useConsultation } from '../../../shared/consultation/use-consultation.ts';
import { Frame } from '../frame/frame.tsx';
import { PatientOfCaseDocument } from './case.graphql.ts';
import { lazily } from '../../../shared/loading/lazily.ts';

const RequestPage = lazily(async () => (await import('../request/request-page.tsx')).RequestPage);
const FollowCase = lazily(async () => (await import('./follow-case.tsx')).FollowCase);

export function CasePage() {
  const { consultationId = '' } = useParams();
  return (
    <Frame>
      <Case key={consultationId} id={consultationId} />
    </Frame>
  );
}

function Case({ id }: { id: string }) {
  const { t } = useTranslation('shared');
  const { consultation, problem, readAgain } = useConsultation(id);
  const [{ data, error }] = useQuery({ query: PatientOfCaseDocument, variables: { id } });
  const patientId = data?.consultation?.patient.id;
  if (!consultation)
    return problem ? <ProblemState problem={problem} onRetry={readAgain} /> : <LoadingState rows={8} />;
  const writing = consultation.availableActions.includes('UPDATE');
  return (
    <>
      {patientId !== undefined && <RecordBanner patientId={patientId} />}
      {patientId === undefined && error && <UnavailablePart part={t('patient.banner')} />}
      <Suspense fallback={<LoadingState rows={8} />}>
        {writing ? (
          <RequestPage consultation={consultation} />
        ) : (
          <FollowCase consultation={consultation} patientId={patientId} readAgain={readAgain} />
        )}
      </Suspense>
    </>
  );
}
