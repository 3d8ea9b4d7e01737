/** Asks once before what cannot be taken back, and shows what it will be: to sign, to cancel, to withdraw, to give back with a note. */
import { Input, Modal } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../graph/problem.ts';
import { ProblemState } from '../feedback/problem-state.tsx';

interface ConfirmLegalActProps {
  readonly open: boolean;
  readonly title: string;
  /** What will be signed or lost. */
  readonly children?: ReactNode;
  readonly confirm: string;
  readonly danger?: boolean;
  /** Asks for a note under this label; without one nothing happens. */
  readonly note?: string;
  /** One may also say nothing more. */
  readonly noteOptional?: boolean;
  /** Wide enough for two versions beside each other. */
  readonly wide?: boolean;
  readonly running: boolean;
  readonly problem: Problem | null;
  readonly onConfirm: (note: string) => void;
  readonly onClose: () => void;
}

export function ConfirmLegalAct(props: ConfirmLegalActProps) {
  const { t } = useTranslation('shared');
  const [note, setNote] = useState('');
  const ready = props.note === undefined || props.noteOptional === true || note.trim() !== '';
  return (
    <Modal
      open={props.open}
      title={props.title}
      okText={props.confirm}
      cancelText={t('cancel')}
      okButtonProps={{ danger: props.danger ?? false, disabled: !ready, loading: props.running }}
      cancelButtonProps={{ disabled: props.running }}
      mask={{ closable: false }}
      destroyOnHidden
      // In the body it would lock scrolling by a style without nonce, which the content policy forbids; the body does not scroll here.
      getContainer={() => document.getElementById('app') ?? document.body}
      {...(props.wide === true && { width: 'min(960px, 96vw)' })}
      onOk={() => props.onConfirm(note.trim())}
      onCancel={props.onClose}
      afterClose={() => setNote('')}
    >
      {props.children}
      {props.note !== undefined && (
        <label>
          {props.note}
          <Input.TextArea
            autoFocus
            rows={4}
            maxLength={2000}
            value={note}
            onChange={(event) => setNote(event.target.value)}
          />
        </label>
      )}
      {props.problem && <ProblemState problem={props.problem} />}
    </Modal>
  );
}
