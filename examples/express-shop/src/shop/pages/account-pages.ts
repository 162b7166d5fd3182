import { type Html, html } from '../html.js'

const notice = (text: string | null): Html | null =>
  text === null ? null : html`<p class="notice" role="alert">${text}</p>`

export function loginPage(problem: string | null, email = ''): Html {
  return html`${notice(problem)}
<form class="stack" method="post" action="/login">
  <label>Email <input name="email" type="email" autocomplete="username" required value="${email}"></label>
  <label>Password <input name="password" type="password" autocomplete="current-password" required></label>
  <button>Log in</button>
</form>
<p><a href="/reset">Forgot your password?</a> New here? <a href="/register">Register</a>.</p>`
}

export function registerPage(problem: string | null): Html {
  return html`${notice(problem)}
<form class="stack" method="post" action="/register">
  <label>Name <input name="name" autocomplete="name" required></label>
  <label>Email <input name="email" type="email" autocomplete="email" required></label>
  <label>Password, at least 10 characters <input name="password" type="password" autocomplete="new-password" minlength="10" required></label>
  <button>Register</button>
</form>`
}

export function resetPage(problem: string | null): Html {
  return html`${notice(problem)}
<form class="stack" method="post" action="/reset">
  <label>Email <input name="email" type="email" autocomplete="email" required></label>
  <button>Send me a link</button>
</form>`
}

export function newPasswordPage(token: string, problem: string | null): Html {
  return html`${notice(problem)}
<form class="stack" method="post" action="/reset/${token}">
  <label>New password, at least 10 characters <input name="password" type="password" autocomplete="new-password" minlength="10" required></label>
  <button>Set password</button>
</form>`
}

/** The second factor. In the demo the code is written to the terminal instead of being sent. */
export function codePage(token: string, problem: string | null): Html {
  return html`${notice(problem)}
<p>To be sure that it is you, we have sent you a code of six digits. <span class="note">(This is a demo: it stands in the terminal.)</span></p>
<form class="stack" method="post" action="/verify">
  <input type="hidden" name="challenge_token" value="${token}">
  <label>Code <input name="code" inputmode="numeric" autocomplete="one-time-code" pattern="[0-9]{6}" required></label>
  <button>Confirm</button>
</form>`
}

export function messagePage(text: string): Html {
  return html`<p>${text}</p><p><a href="/">Back to the shop</a></p>`
}
