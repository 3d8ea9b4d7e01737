/** The words that people see for the states and units of the contract. */
const statuses: Readonly<Record<string, string>> = {
  DRAFT: '草稿',
  UNDER_REVIEW: '待审核',
  RETURNED: '已退回',
  PENDING: '待分配',
  ASSIGNED: '已分配专家',
  IN_PROGRESS: '进行中',
  INTERRUPTED: '已中断',
  AWAITING_OPINION: '待出意见',
  COMPLETED: '已完成',
  CANCELLED: '已取消',
  REQUESTED: '已邀请',
  ACCEPTED: '已接受',
  DECLINED: '已谢绝',
  EXPIRED: '已过期',
  WITHDRAWN: '已撤回',
};

export function statusLabel(status: string): string {
  return `${statuses[status] ?? ''} ${status}`.trim();
}

/** Fen (1/100 yuan) as ¥12.34. */
export function yuan(fen: number): string {
  return `¥${(fen / 100).toFixed(2)}`;
}

export function minutesAndSeconds(seconds: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(Math.floor(seconds / 60))}:${two(Math.floor(seconds % 60))}`;
}
