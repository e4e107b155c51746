import * as R from '../support/reaching';
test('x', () => {
  for (const [n,f] of Object.entries({...R.GUIDED, asksNumb: R.asksNumb, choosing: R.choosing})) { const l=f(); console.log(n,'=>',l.at, l.keys.join(' ').slice(0,300)); }
});
