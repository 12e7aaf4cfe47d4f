//! What cannot be answered, as RFC 9457 has it: what is wrong and what would be right, in both languages.
//!
//! Title and detail stand in the language the asker prefers, as the format wants it, and beside them in both.

use axum::http::header::{CACHE_CONTROL, CONTENT_LANGUAGE, CONTENT_TYPE, RETRY_AFTER};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::{IntoResponse as _, Response};
use festoon_domain::text::Lang;
use festoon_guide::pages::error::Trouble;
use serde::Serialize;
use utoipa::ToSchema;

use super::asked::Parameter;
use super::table::Table;
use crate::chooser::preferred;
use crate::headers;

pub(super) const PROBLEM: &str = "application/problem+json";

/// Longer values are not repeated whole.
const LONGEST_QUOTE: usize = 60;

/// Why there is no answer.
#[derive(Debug)]
pub(super) enum Refusal {
    /// No week of that name is published.
    UnknownWeek { asked: String, known: Vec<String> },
    /// No table is called that.
    UnknownTable { asked: String },
    /// The table has no record of that key.
    UnknownKey { table: Table, asked: String },
    /// Nothing is at the address.
    UnknownAddress,
    /// The query has a parameter that is not known there.
    UnknownParameter { name: String, known: &'static [Parameter] },
    /// The query has a parameter twice.
    Twice { parameter: Parameter },
    /// A parameter's value is not one.
    Wrong { parameter: Parameter, value: String, right: String },
    /// A filter names a record that is not there.
    NoSuch { parameter: Parameter, value: String, table: Table },
    /// A parameter that must be there is not.
    Absent { parameter: Parameter },
    /// The query is too long.
    LongQuery { most: usize },
    /// The query is not written as queries are.
    UnreadableQuery,
    /// As for pages.
    Trouble(Trouble),
}

/// What is wrong, and what would be right (RFC 9457). / 问题说明（RFC 9457）
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Problem {
    /// The status of the answer. / 状态码
    status: u16,
    /// What it is, in the language asked for by Accept-Language. / 问题概述
    title: String,
    /// What exactly is wrong, likewise. / 问题详情
    detail: String,
    /// The same in Chinese. / 中文
    zh: Told,
    /// The same in English. / 英文
    en: Told,
    /// What would be right: the words, names or form that are understood. / 正确的写法
    right: Vec<String>,
}

/// A problem in one language. / 一种语言的说明
#[derive(Debug, Clone, Serialize, ToSchema)]
struct Told {
    /// What it is. / 概述
    title: String,
    /// What exactly is wrong. / 详情
    detail: String,
}

impl Refusal {
    const fn status(&self) -> u16 {
        match self {
            Self::UnknownWeek { .. }
            | Self::UnknownTable { .. }
            | Self::UnknownKey { .. }
            | Self::UnknownAddress => 404,
            Self::Trouble(trouble) => trouble.status(),
            _ => 400,
        }
    }

    /// What would be right, where that can be listed.
    fn right(&self) -> Vec<String> {
        let names = |known: &[Parameter]| known.iter().map(|one| one.name().to_owned()).collect();
        match self {
            Self::UnknownWeek { known, .. } => known.clone(),
            Self::UnknownTable { .. } => Table::ALL.map(|table| table.word().to_owned()).into(),
            Self::UnknownParameter { known, .. } => names(known),
            Self::Wrong { right, .. } => vec![right.clone()],
            Self::UnknownAddress => vec![festoon_guide::url::OPENAPI.to_owned()],
            _ => Vec::new(),
        }
    }

    fn told(&self, lang: Lang) -> Told {
        let title = match (self.status(), lang) {
            (400, Lang::Zh) => "请求有误",
            (400, Lang::En) => "Bad request",
            (404, Lang::Zh) => "没有找到",
            (404, Lang::En) => "Not found",
            (405, Lang::Zh) => "不支持的方法",
            (405, Lang::En) => "Method not allowed",
            (503, Lang::Zh) => "暂时不可用",
            (503, Lang::En) => "Not available yet",
            (_, Lang::Zh) => "未能处理",
            (_, Lang::En) => "Not done",
        };
        let detail = match lang {
            Lang::Zh => self.detail_zh(),
            Lang::En => self.detail_en(),
        };
        Told { title: title.to_owned(), detail }
    }

    fn detail_zh(&self) -> String {
        match self {
            Self::UnknownWeek { asked, .. } => {
                format!("没有名为「{}」的已发布的一届；当前一届可写 current。", cut(asked))
            }
            Self::UnknownTable { asked } => format!("没有名为「{}」的表。", cut(asked)),
            Self::UnknownKey { table, asked } => format!("表 {} 中没有键「{}」。", table.word(), cut(asked)),
            Self::UnknownAddress => "这个网址下没有内容，全部网址见接口说明。".to_owned(),
            Self::UnknownParameter { name, .. } => format!("这里没有参数「{}」。", cut(name)),
            Self::Twice { parameter } => format!("参数 {} 只能出现一次。", parameter.name()),
            Self::Wrong { parameter, value, right } => {
                format!("参数 {} 的值「{}」无法识别，应为：{right}。", parameter.name(), cut(value))
            }
            Self::NoSuch { parameter, value, table } => {
                format!("参数 {} 所指的「{}」不在表 {} 中。", parameter.name(), cut(value), table.word())
            }
            Self::Absent { parameter } => format!("缺少参数 {}，且不能为空。", parameter.name()),
            Self::LongQuery { most } => format!("查询串过长，最多 {most} 字节。"),
            Self::UnreadableQuery => "查询串无法解析，应为「名称=值」，以 & 相连。".to_owned(),
            Self::Trouble(Trouble::NothingYet) => "这一届尚未发布，请稍后再试。".to_owned(),
            Self::Trouble(Trouble::Method) => "这里只能读取：请用 GET 或 HEAD。".to_owned(),
            Self::Trouble(_) => "请求未能处理，请稍后再试。".to_owned(),
        }
    }

    fn detail_en(&self) -> String {
        match self {
            Self::UnknownWeek { asked, .. } => {
                format!(
                    "No published week is called “{}”; the current one may be written as current.",
                    cut(asked)
                )
            }
            Self::UnknownTable { asked } => format!("No table is called “{}”.", cut(asked)),
            Self::UnknownKey { table, asked } => {
                format!("Table {} has no record with the key “{}”.", table.word(), cut(asked))
            }
            Self::UnknownAddress => {
                "Nothing is at this address; the description of the interface lists all there are.".to_owned()
            }
            Self::UnknownParameter { name, .. } => format!("There is no parameter “{}” here.", cut(name)),
            Self::Twice { parameter } => format!("Parameter {} may stand only once.", parameter.name()),
            Self::Wrong { parameter, value, right } => {
                format!("Parameter {} cannot be “{}”; right is: {right}.", parameter.name(), cut(value))
            }
            Self::NoSuch { parameter, value, table } => {
                format!(
                    "Parameter {} names “{}”, which is not in table {}.",
                    parameter.name(),
                    cut(value),
                    table.word()
                )
            }
            Self::Absent { parameter } => format!("Parameter {} is missing or empty.", parameter.name()),
            Self::LongQuery { most } => format!("The query is too long; at most {most} bytes are read."),
            Self::UnreadableQuery => {
                "The query cannot be read; it is written name=value, joined by &.".to_owned()
            }
            Self::Trouble(Trouble::NothingYet) => {
                "This week has no release yet. Please come back later.".to_owned()
            }
            Self::Trouble(Trouble::Method) => "This can only be read: use GET or HEAD.".to_owned(),
            Self::Trouble(_) => "The request could not be dealt with. Please try again later.".to_owned(),
        }
    }

    /// The answer to who asked with these headers.
    pub(super) fn answer(&self, asked: &HeaderMap) -> Response {
        let (status, lang) = (self.status(), preferred(asked));
        let (zh, en) = (self.told(Lang::Zh), self.told(Lang::En));
        let Told { title, detail } = if lang == Lang::Zh { zh.clone() } else { en.clone() };
        let problem = Problem { status, title, detail, zh, en, right: self.right() };
        let json = serde_json::to_vec(&problem).expect("texts and numbers");

        let status = StatusCode::from_u16(status).expect("every refusal has a real status");
        let heads = [(CONTENT_TYPE, PROBLEM), (CACHE_CONTROL, "no-store"), (CONTENT_LANGUAGE, lang.tag())];
        let mut response = (status, heads, json).into_response();
        if let Self::Trouble(trouble) = self
            && let Some(seconds) = trouble.retry_after()
        {
            response.headers_mut().insert(RETRY_AFTER, HeaderValue::from(seconds));
        }
        headers::for_everybody(response.headers_mut());
        response
    }
}

fn cut(value: &str) -> String {
    if value.chars().count() <= LONGEST_QUOTE {
        return value.to_owned();
    }
    value.chars().take(LONGEST_QUOTE).chain(['…']).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_value_is_not_repeated_whole() {
        let refusal = Refusal::UnknownTable { asked: "灯".repeat(5000) };
        assert_eq!(refusal.told(Lang::En).detail, format!("No table is called “{}…”.", "灯".repeat(60)));
    }

    #[test]
    fn the_same_is_said_in_both_languages() {
        let refusal =
            Refusal::Wrong { parameter: Parameter::Limit, value: "0".into(), right: "1 – 500".into() };
        assert_eq!(refusal.told(Lang::Zh).detail, "参数 limit 的值「0」无法识别，应为：1 – 500。");
        assert_eq!(refusal.told(Lang::En).detail, "Parameter limit cannot be “0”; right is: 1 – 500.");
    }
}
