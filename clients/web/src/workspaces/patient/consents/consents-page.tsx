/** Consents: what holds, until when and by whom; what could be agreed to; and what is over. Giving and withdrawing are legal acts. */
import { useTranslation } from 'react-i18next';
import { useServerClock } from '../../../graph/graph-context.tsx';
import { LoadingState } from '../../../shared/feedback/loading-state.tsx';
import { Away } from '../frame/away.tsx';
import frame from '../frame/frame.module.css';
import { PatientFrame } from '../frame/patient-frame.tsx';
import { ConsentCard } from './consent-card.tsx';
import { GiveConsent } from './give-consent.tsx';
import { isInForce } from './in-force.ts';
import { PastConsents } from './past-consents.tsx';
import { useMyConsents } from './use-my-consents.ts';

const purposes = ['REMOTE_CONSULTATION', 'RECORDING', 'TEACHING', 'RESEARCH'] as const;

export function ConsentsPage() {
  const { t } = useTranslation('patient');
  return <PatientFrame title={t('consents.title')}>{(patientId) => <Consents patientId={patientId} />}</PatientFrame>;
}

function Consents({ patientId }: { patientId: string }) {
  const { t } = useTranslation('patient');
  const now = useServerClock().now();
  const { consents, signer, problem, readAgain } = useMyConsents(patientId);
  if (!consents && problem) return <Away whole part={t('consents.title')} problem={problem} onRetry={readAgain} />;
  if (!consents) return <LoadingState rows={3} height={160} />;
  const inForce = purposes.flatMap((purpose) =>
    consents.filter((one) => one.purpose === purpose && isInForce(one, now)),
  );
  const over = consents.filter((one) => !isInForce(one, now));
  return (
    <>
      <p className={frame['quiet']}>{t('consents.intro')}</p>
      {inForce.map((consent) => (
        <ConsentCard key={consent.id} consent={consent} />
      ))}
      {purposes
        .filter((purpose) => !inForce.some((one) => one.purpose === purpose))
        .map((purpose) => (
          <GiveConsent key={purpose} purpose={purpose} patientId={patientId} signer={signer} onGiven={readAgain} />
        ))}
      {over.length > 0 && <PastConsents consents={over} />}
    </>
  );
}
