import type { signIn as english } from "../en/signIn.ts";
import type { TranslationOf } from "../translation.ts";

export const signIn: TranslationOf<typeof english> = {
  title: "登录",
  lead: "业务流转有闸：条件满足，方可通行。",
  email: "邮箱",
  password: "密码",
  submit: "登录",
  wrong: "邮箱或密码不正确。",
  tooMany: "尝试次数过多，请稍等一分钟再试。",
  unreachable: "无法连接服务器，请稍后再试。",
  secondFactor: "登录需要验证码，请使用表单登录。",
  code: "验证码",
  codeText: "来自验证器应用，或使用备用码。",
  codeWrong: "验证码不正确。",
  demoTitle: "演示人员",
  demoText: "点击即可登录，统一密码：",
  endedTitle: "会话已结束",
  endedText: "请重新登录以继续，您填写的内容已保留。",
  otherPerson: "离开此页并换人登录",
  with: "使用 {{name}} 登录",
  showPassword: "显示或隐藏密码",
};
