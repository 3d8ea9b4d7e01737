/** Cancels a consultation that no expert has accepted yet, or gives up a draft: asked once, with the reason. */
import { Button } from 'antd';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useAction } from '../../../shared/actions/use-action.ts';
import { CancelCaseDocument } from './case.graphql.ts';
import { lazily } from '../../../shared/loading/lazily.ts';

const ConfirmLegalAct = lazily(
  async () => (await import('../../../shared/actions/confirm-legal-act.tsx')).ConfirmLegalAct,
);

interface CancelCaseProps {
  readonly id: string;
  readonly available: readonly string[];
  readonly draft?: boolean;
}

export function CancelCase({ id, available, draft = false }: CancelCaseProps) {
  const { t } = useTranslation('doctor');
  const navigate = useNavigate();
  const { run, running, problem } = useAction(CancelCaseDocument);
  const [asking, setAsking] = useState(false);
  if (!available.includes('CANCEL')) return null;
  const cancel = async (note: string) => {
    if (!(await run({ input: { consultationId: id, note } }))) return;
    setAsking(false);
    await navigate('/doctor');
  };
  return (
    <>
      <Button danger type={draft ? 'text' : 'default'} onClick={() => setAsking(true)}>
        {t(draft ? 'cancel.draft' : 'shared:action.CANCEL')}
      </Button>
      <Suspense fallback={null}>
        {asking && (
          <ConfirmLegalAct
            open
            danger
            title={t(draft ? 'cancel.draft' : 'shared:action.CANCEL')}
            note={t('cancel.note')}
            confirm={t('cancel.confirm')}
            running={running}
            problem={problem}
            onConfirm={(note) => void cancel(note)}
            onClose={() => setAsking(false)}
          >
            <p>{t('cancel.what')}</p>
          </ConfirmLegalAct>
        )}
      </Suspense>
    </>
  );
}
