// What the trustees' page makes of the inputs in abp2_vectors.json.
const { name, phrase, salt, iv, pair: own, x, challenge_box, canary_box, ballots } = given;
const file = await fixed([salt, iv], [own], () => makeKey(name, phrase));
const blocks = keyLetters(file);
const key = await openKey(readKey(JSON.stringify(file)), phrase);
const typed = await openKey(readKey(blocks.join(" ").toUpperCase()), phrase);
const info = bytes(given.info + x.toString(16).padStart(2, 0));
const asked = bytes(given.challenge_info);
return {
  file,
  letters: blocks,
  nonce: hex(await openBox(key, asked, bytes(""), bytes(challenge_box))),
  again: hex(await openBox(typed, asked, bytes(""), bytes(challenge_box))),
  canary: hex(await openBox(key, bytes(given.canary_info), bytes("00000000"), bytes(canary_box))),
  canary_as_ballot: await openBox(key, info, bytes("00000000"), bytes(canary_box)).then(() => true, () => false),
  shares: hex(await openShares(key, info, bytes(ballots), () => {})),
  refused: await openKey(file, phrase + "!").catch((error) => error.problem),
};
