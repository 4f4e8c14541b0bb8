export const STEPS = ['account', 'campaign', 'ad_groups', 'ads', 'review'] as const;
export type Step = (typeof STEPS)[number];
