/** Whether an `Accept` header lets a JSON answer through (RFC 9110, 12.5.1); absent lets everything through. */
export function acceptsJson(accept: string | undefined): boolean {
  if (accept === undefined || accept.trim() === '') return true;
  const weights = accept.split(',').map((range) => {
    const [type = '', ...parameters] = range.split(';').map((part) => part.trim().toLowerCase());
    const weight = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2);
    return { type, isRefused: weight !== undefined && Number(weight) === 0 };
  });
  const closest = ['application/json', 'application/*', '*/*']
    .map((type) => weights.find((range) => range.type === type))
    .find((range) => range !== undefined);
  return closest !== undefined && !closest.isRefused;
}
