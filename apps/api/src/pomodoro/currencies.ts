/** The currencies that there are, with their signs. */
export const currencies = { USD: '$', EUR: '€', JPY: '¥', GBP: '£', CHF: 'Fr.' } as const;
export type Currency = keyof typeof currencies;

export const isCurrency = (text: string): text is Currency => Object.hasOwn(currencies, text);
