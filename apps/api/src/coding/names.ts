const friendCodePrefix = 'ttfc_';

/** What makes two user names one. Only ASCII letters fold, since names have no others: the Kelvin sign is not a `k`. */
export function usernameKey(username: string): string {
  return username.replaceAll(/[A-Z]+/g, (letters) => letters.toLowerCase());
}

/** A friend code as people pass it on. */
export function shownFriendCode(code: string): string {
  return friendCodePrefix + code;
}

/** The bare code in what a person pasted: without white space around it and any number of prefixes. */
export function bareFriendCode(text: string): string {
  return text.trim().replace(/^(?:ttfc_)+/, '');
}
