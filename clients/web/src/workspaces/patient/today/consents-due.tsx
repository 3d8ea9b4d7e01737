/** Consents that end soon, or that a consultation under way needs and lacks. */
import { FileDoneOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { useServerClock } from '../../../graph/graph-context.tsx';
import { date } from '../../../shared/time/format-time.ts';
import { endingSoon, isInForce } from '../consents/in-force.ts';
import { useMyConsents } from '../consents/use-my-consents.ts';
import { NoteLink } from './note-link.tsx';

export function ConsentsDue({ patientId, needed }: { patientId: string; needed: boolean }) {
  const { t } = useTranslation('patient');
  const now = useServerClock().now();
  const { consents } = useMyConsents(patientId);
  if (!consents) return null;
  const covered = consents.some((one) => one.purpose === 'REMOTE_CONSULTATION' && isInForce(one, now));
  const icon = <FileDoneOutlined />;
  return (
    <>
      {needed && !covered && (
        <NoteLink to="/patient/consents" icon={icon} title={t('consents.missing')} hint={t('consents.missingHint')} />
      )}
      {endingSoon(consents, now).map(({ id, purpose, validUntil }) => (
        <NoteLink
          key={id}
          to="/patient/consents"
          icon={icon}
          title={t('consents.ending', { purpose: t(`purpose.${purpose}.name`) })}
          hint={t('consents.endingHint', { date: date(validUntil) })}
        />
      ))}
    </>
  );
}
