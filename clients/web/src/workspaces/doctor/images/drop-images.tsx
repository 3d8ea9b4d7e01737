/** Images by drag and drop: how far they have come, and what became of each. */
import { CheckCircleOutlined, WarningFilled } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { useClient } from 'urql';
import { DropFiles } from '../../../shared/controls/drop-files.tsx';
import { ConsultationImagesDocument } from '../../../shared/consultation/images.graphql.ts';
import { PatientStudiesDocument } from '../../../shared/record/record.graphql.ts';
import styles from './images.module.css';
import { useUpload } from './use-upload.ts';

interface DropImagesProps {
  readonly id?: string;
  readonly patientId: string;
  readonly consultationId?: string;
  readonly onStored?: () => void;
}

export function DropImages({ id, patientId, consultationId, onStored }: DropImagesProps) {
  const { t } = useTranslation('doctor');
  const client = useClient();
  const { progress, outcomes, failed, send } = useUpload({ patientId, consultationId });
  const take = async (files: readonly File[]) => {
    await send(files);
    const afresh = { requestPolicy: 'network-only' } as const;
    await client.query(PatientStudiesDocument, { id: patientId }, afresh).toPromise();
    if (consultationId !== undefined)
      await client.query(ConsultationImagesDocument, { id: consultationId }, afresh).toPromise();
    onStored?.();
  };
  return (
    <div className={styles['images']}>
      <DropFiles
        {...(id !== undefined && { id })}
        label={t('images.drop')}
        hint={t('images.hint')}
        accept=".dcm,application/dicom"
        disabled={progress !== null}
        onFiles={(files) => void take(files)}
      />
      {progress && <Progress sent={progress.sentBytes} total={progress.totalBytes} files={progress.files} />}
      {failed && (
        <p role="alert" className={styles['refused']}>
          <WarningFilled aria-hidden /> {t('images.failed')}
        </p>
      )}
      {outcomes.length > 0 && (
        <ul role="status">
          {outcomes.map(({ name, stored, because }) => (
            <li key={name} className={styles[stored ? 'stored' : 'refused']}>
              {stored ? <CheckCircleOutlined aria-hidden /> : <WarningFilled aria-hidden />} {name}{' '}
              {stored ? t('images.stored') : `${t('images.refused')} ${because}`}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function Progress({ sent, total, files }: { sent: number; total: number; files: number }) {
  const { t } = useTranslation('doctor');
  const percent = total === 0 ? 0 : Math.round((sent / total) * 100);
  return (
    <div role="status" className={styles['progress']}>
      <span>{t('images.sending', { count: files, percent })}</span>
      <progress max={100} value={percent} aria-label={t('images.sending', { count: files, percent })} />
    </div>
  );
}
