/** What is wrong with what somebody entered; words for each are in the pages' words. */
export type KeyFault =
  | 'passphrase.wrong'
  | 'recovery.mistyped'
  | 'recovery.wrong'
  | 'shares.mistyped'
  | 'shares.too_few'
  | 'shares.twice'
  | 'shares.of_two_splits'
  | 'shares.passphrase'
  | 'shares.wrong'
  | 'key.mistyped'
  | 'key.wrong';

const sentences: Readonly<Record<KeyFault, string>> = {
  'passphrase.wrong': 'That passphrase does not open this data folder.',
  'recovery.mistyped': 'That recovery key is mistyped: its check signs do not fit. Compare it with the paper, group by group.',
  'recovery.wrong': 'That recovery key does not open this data folder: it is an old one or of another instance.',
  'shares.mistyped': 'One of the shares is mistyped: its check signs do not fit. Compare it with the paper, group by group.',
  'shares.too_few': 'Two different shares are needed.',
  'shares.twice': 'The same share was entered twice; two different ones are needed.',
  'shares.of_two_splits': 'The shares were not made together; take two of the same day.',
  'shares.passphrase': "A share's own passphrase is missing or is another one.",
  'shares.wrong': 'Those shares do not open this data folder: they are old ones or of another instance.',
  'key.mistyped': 'That is not the text of a key file of Habeas.',
  'key.wrong': 'That key does not open this data folder.',
};

/** What was entered does not open the instance. The message is one sentence; nothing was touched. */
export class KeyRefused extends Error {
  constructor(readonly code: KeyFault) {
    super(sentences[code]);
  }
}
