/** Exactly what will be signed, for whom and by whom, with the version in force beside it; asked once. */
import { useTranslation } from 'react-i18next';
import { ConfirmLegalAct } from '../../../shared/actions/confirm-legal-act.tsx';
import { ConsultationBanner } from '../../../shared/consultation/consultation-banner.tsx';
import type { Consultation } from '../../../shared/consultation/use-consultation.ts';
import type { Problem } from '../../../graph/problem.ts';
import type { Myself } from '../use-myself.ts';
import styles from './opinion.module.css';
import type { OpinionText } from './opinion-text.ts';

interface SignOpinionProps {
  readonly request: Consultation;
  readonly myself: Myself;
  readonly text: OpinionText;
  readonly current: Consultation['opinions'][number] | null;
  readonly sign: { readonly running: boolean; readonly problem: Problem | null };
  readonly onSign: () => void;
  readonly onClose: () => void;
}

export function SignOpinion({ request, myself, text, current, sign, onSign, onClose }: SignOpinionProps) {
  const { t } = useTranslation('expert');
  const version = (current?.version ?? 0) + 1;
  return (
    <ConfirmLegalAct
      open
      wide={current !== null}
      title={t('sign.title', { number: request.number })}
      confirm={t('sign.confirm')}
      running={sign.running}
      problem={sign.problem}
      onConfirm={onSign}
      onClose={onClose}
    >
      <ConsultationBanner id={request.id} withdrawn={request.consentWithdrawnAt !== null} />
      <div className={styles['toSign']}>
        {current && (
          <Written
            title={t('opinion.oldVersion', { version: current.version })}
            text={{ ...current, diseaseCode: current.diseaseCode ?? '' }}
            old
          />
        )}
        <Written title={t('opinion.version', { version })} text={text} />
      </div>
      <p>
        {t('sign.by', { name: myself.name, title: t(`shared:title.${myself.title}`) })}
        <br />
        <span className={styles['quiet']}>{t('sign.means')}</span>
      </p>
    </ConfirmLegalAct>
  );
}

function Written({ title, text, old = false }: { title: string; text: OpinionText; old?: boolean }) {
  const { t } = useTranslation('expert');
  return (
    <section className={`${styles['signed']} ${old ? styles['old'] : ''}`} aria-label={title}>
      <h3>{title}</h3>
      <dl className={styles['written']}>
        <dt>{t('opinion.diagnosis')}</dt>
        <dd className={styles['words']}>{text.diagnosis}</dd>
        <dt>{t('opinion.code')}</dt>
        <dd className="numerals">{text.diseaseCode || t('opinion.noCode')}</dd>
        <dt>{t('opinion.advice')}</dt>
        <dd className={styles['words']}>{text.advice}</dd>
      </dl>
    </section>
  );
}
