/** Agrees to something: the text first, then the name of who signs and for how long; without a name nothing is signed. */
import { FileAddOutlined } from '@ant-design/icons';
import { Input, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useServerClock } from '../../../graph/graph-context.tsx';
import { ConfirmLegalAct } from '../../../shared/actions/confirm-legal-act.tsx';
import { useAction } from '../../../shared/actions/use-action.ts';
import frame from '../frame/frame.module.css';
import styles from './consents.module.css';
import { GiveConsentDocument, type ConsentPurpose } from './consents.graphql.ts';

interface GiveConsentProps {
  readonly purpose: ConsentPurpose;
  readonly patientId: string;
  readonly signer: string;
  readonly onGiven: () => void;
}

const yearMs = 365 * 86_400_000;

export function GiveConsent({ purpose, patientId, signer, onGiven }: GiveConsentProps) {
  const { t } = useTranslation('patient');
  const clock = useServerClock();
  const [asking, setAsking] = useState(false);
  const [typed, setTyped] = useState<string | null>(null);
  const [lasting, setLasting] = useState(false);
  const { run, running, problem } = useAction(GiveConsentDocument);
  const signedBy = (typed ?? signer).trim();
  const sign = async () => {
    if (signedBy === '') return;
    const validUntil = lasting ? null : new Date(clock.now() + yearMs).toISOString();
    if (!(await run({ input: { patientId, purpose, signedBy, validUntil } }))) return;
    setAsking(false);
    onGiven();
  };
  return (
    <section className={frame['card']} aria-labelledby={`give-${purpose}`}>
      <h2 id={`give-${purpose}`}>{t(`purpose.${purpose}.name`)}</h2>
      <p className={frame['quiet']}>{t('consents.notGiven')}</p>
      <div className={frame['actions']}>
        <button type="button" className={frame['tap']} onClick={() => setAsking(true)}>
          <FileAddOutlined aria-hidden /> {t('consents.give')}
        </button>
      </div>
      <ConfirmLegalAct
        open={asking}
        title={t('consents.giveTitle', { purpose: t(`purpose.${purpose}.name`) })}
        confirm={t('consents.sign')}
        running={running}
        problem={problem}
        onConfirm={() => void sign()}
        onClose={() => setAsking(false)}
      >
        <p>{t(`purpose.${purpose}.text`)}</p>
        <p className={frame['quiet']}>{t('consents.free')}</p>
        <label className={styles['field']}>
          {t('consents.name')}
          <Input
            size="large"
            value={typed ?? signer}
            maxLength={100}
            onChange={(event) => setTyped(event.target.value)}
          />
        </label>
        {signedBy === '' && <p role="alert">{t('consents.nameMissing')}</p>}
        <fieldset className={styles['field']}>
          <legend>{t('consents.howLong')}</legend>
          <Radio.Group value={lasting} onChange={(event) => setLasting(event.target.value === true)}>
            <Radio value={false}>{t('consents.oneYear')}</Radio>
            <Radio value={true}>{t('consents.untilWithdrawn')}</Radio>
          </Radio.Group>
        </fieldset>
      </ConfirmLegalAct>
    </section>
  );
}
