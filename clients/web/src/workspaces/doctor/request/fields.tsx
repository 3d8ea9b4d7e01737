/** The fields of a request, in the order in which one thinks of them. */
import { useTranslation } from 'react-i18next';
import field from '../../../shared/controls/field.module.css';
import { diseases } from '../../../shared/terms/diseases.ts';
import { specialties } from '../../../shared/terms/specialties.ts';
import { TermBox } from '../../../shared/terms/term-box.tsx';
import { OneOf } from './one-of.tsx';
import { kinds, urgencies } from './request-text.ts';
import styles from './request.module.css';
import { TextField } from './text-field.tsx';
import type { WrittenRequest } from './use-request-text.ts';

export function Fields({ written: { text, refused, write } }: { written: WrittenRequest }) {
  const { t } = useTranslation('doctor');
  return (
    <>
      <OneOf
        id="request-kind"
        label={t('request.kind')}
        value={text.kind}
        options={kinds.map((value) => ({ value, label: t(`shared:kind.${value}`) }))}
        onChoose={(kind) => write({ kind })}
      />
      <OneOf
        id="request-urgency"
        label={t('request.urgency')}
        value={text.urgency}
        options={urgencies.map((value) => ({
          value,
          label: t(`shared:urgency.${value}`),
          more: t(`request.within.${value}`),
        }))}
        onChoose={(urgency) => write({ urgency })}
      />
      <div className={styles['pair']}>
        <div className={field['field']}>
          <label htmlFor="request-specialty" className={field['name']}>
            {t('request.specialty')}
          </label>
          <TermBox
            id="request-specialty"
            terms={specialties}
            value={text.specialty}
            placeholder={t('request.specialtyHint')}
            describedBy="request-specialty-said"
            onChange={(specialty) => write({ specialty })}
          />
          <span id="request-specialty-said" className={`${field['more']} ${styles['said']}`}>
            {isUnknown(text.specialty) && t('request.unknownSpecialty')}
          </span>
        </div>
        <div className={field['field']}>
          <label htmlFor="request-diseaseCode" className={field['name']}>
            {t('request.diseaseCode')} <span className={field['more']}>{t('request.optional')}</span>
          </label>
          <TermBox
            id="request-diseaseCode"
            terms={diseases}
            value={text.diseaseCode}
            placeholder={t('request.diseaseCodeHint')}
            describedBy="request-diseaseCode-said"
            invalid={'diseaseCode' in refused}
            onChange={(diseaseCode) => write({ diseaseCode })}
          />
          <span id="request-diseaseCode-said" className={styles['said']}>
            <SaidOfCode code={text.diseaseCode} refused={'diseaseCode' in refused} />
          </span>
        </div>
      </div>
      <TextField
        id="request-reason"
        label={t('request.reason')}
        hint={t('request.reasonHint')}
        rows={3}
        most={2_000}
        value={text.reason}
        onChange={(reason) => write({ reason })}
      />
      <TextField
        id="request-summary"
        label={t('request.summary')}
        hint={t('request.summaryHint')}
        rows={8}
        most={10_000}
        value={text.summary}
        onChange={(summary) => write({ summary })}
      />
    </>
  );
}

function isUnknown(specialty: string): boolean {
  return specialty.trim() !== '' && !specialties.some(({ value }) => value === specialty);
}

/** The name of the category that a code is of, or what is wrong with it. */
function SaidOfCode({ code, refused }: { code: string; refused: boolean }) {
  const { t, i18n } = useTranslation('doctor');
  if (refused) return <span className={field['fault']}>{t('request.noCode')}</span>;
  const known = diseases.find(({ value }) => value === code.slice(0, 3).toUpperCase());
  return <span className={field['more']}>{known && (i18n.language === 'en' ? known.en : known.zh)}</span>;
}
