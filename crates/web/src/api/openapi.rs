//! The description of the interface, OpenAPI 3.1: made of the types that are answered with, the tables there are and the
//! parameters that are read.

use std::sync::LazyLock;

use utoipa::openapi::path::{
    HttpMethod, Operation, OperationBuilder, Parameter as Described, ParameterBuilder,
};
use utoipa::openapi::path::{ParameterIn, PathItem};
use utoipa::openapi::schema::{ComponentsBuilder, KnownFormat, ObjectBuilder, SchemaFormat, Type};
use utoipa::openapi::{
    Content, Info, License, OpenApi, OpenApiBuilder, PathsBuilder, Ref, RefOr, Required, Response,
    ResponseBuilder, Schema,
};
use utoipa::{PartialSchema, ToSchema};

use super::asked::{DEFAULT_LIMIT, LONGEST_WORDS, MOST_LIMIT, Parameter};
use super::envelope::{JSON, List, One, Weeks};
use super::refusal::{PROBLEM, Problem};
use super::search::Found;
use super::shapes::{
    ActivityRecord, FigureRecord, HostRecord, OccurrenceRecord, PartRecord, PersonRecord, RoomRecord,
    SessionRecord, VenueRecord, WeekRecord,
};
use super::table::Table;

/// The description, which never changes while the program runs.
pub(super) static DESCRIPTION: LazyLock<OpenApi> = LazyLock::new(describe);

const ABOUT: &str = "Everything public of a city's innovation week, read-only. Every text stands in Chinese and English, null where it \
    is missing; times are RFC 3339 with the offset of the week's zone. Answers name the release they are of and carry an ETag. \
    / 创新周全部公开内容的只读接口。文本均为中英双语，缺的一种为 null；时间为 RFC 3339，带本届时区偏移。每个答复注明所属发布版并带 ETag。";
const WEEK: &str = "The week, by its slug; `current` is the current one. / 某一届的名称，current 为本届";

type Schemas = Vec<(String, RefOr<Schema>)>;

fn describe() -> OpenApi {
    let mut schemas = Schemas::new();
    let mut paths = PathsBuilder::new();
    let mut add = |path: &str, operation: Operation| {
        let item = PathItem::new(HttpMethod::Get, operation);
        paths = std::mem::take(&mut paths).path(format!("{}{path}", festoon_guide::url::API), item);
    };

    let weeks = operation("weeks", "All published weeks. / 已发布的各届", &[]);
    add("/weeks", answered::<Weeks<'static>>(weeks, &mut schemas).into());
    let week = operation("week", "One week: days, counts, links. / 某一届：各日、条数、网址", &["week"]);
    add("/weeks/{week}", answered::<One<'static, WeekRecord<'static>>>(week, &mut schemas).into());
    let search = operation("search", "What matches some words. / 搜索", &["week"]);
    let search = with_parameters(search, Parameter::SEARCH);
    add("/weeks/{week}/search", answered::<List<'static, Found<'static>>>(search, &mut schemas).into());
    for table in Table::ALL {
        let word = table.word();
        let list =
            operation(word, &format!("A page of the {word}. / {}，分页", table.called_zh()), &["week"]);
        let list = with_parameters(list, parameters_of(table));
        add(&format!("/weeks/{{week}}/{word}"), answered_with_list(table, list, &mut schemas).into());
        let id = format!("{word}-one");
        let one =
            operation(&id, &format!("One of the {word}. / {}，单条", table.called_zh()), &["week", "key"]);
        add(&format!("/weeks/{{week}}/{word}/{{key}}"), answered_with_one(table, one, &mut schemas).into());
    }

    let mut info = Info::new("Festoon", "1");
    info.description = Some(ABOUT.to_owned());
    info.license = Some(License::new("Apache-2.0 OR MIT"));
    let components = ComponentsBuilder::new().schemas_from_iter(schemas).build();
    OpenApiBuilder::new().info(info).paths(paths.build()).components(Some(components)).build()
}

/// Which parameters a table's address has.
pub(super) const fn parameters_of(table: Table) -> &'static [Parameter] {
    match table {
        Table::Occurrences => Parameter::OCCURRENCES,
        _ => Parameter::PAGING,
    }
}

fn operation(id: &str, summary: &str, in_path: &[&str]) -> OperationBuilder {
    let mut operation = OperationBuilder::new().operation_id(Some(id)).summary(Some(summary));
    for &name in in_path {
        let description = if name == "week" { WEEK } else { "The record's key. / 记录的键" };
        operation = operation.parameter(parameter(name, ParameterIn::Path, description, text().into()));
    }
    operation
}

fn with_parameters(operation: OperationBuilder, known: &[Parameter]) -> OperationBuilder {
    let described =
        known.iter().map(|&one| parameter(one.name(), ParameterIn::Query, one.description(), form(one)));
    described.fold(operation, OperationBuilder::parameter)
}

fn parameter(name: &str, place: ParameterIn, description: &str, form: Schema) -> Described {
    let is_required = place == ParameterIn::Path || name == Parameter::Words.name();
    ParameterBuilder::new()
        .name(name)
        .parameter_in(place)
        .required(if is_required { Required::True } else { Required::False })
        .description(Some(description))
        .schema(Some(form))
        .build()
}

fn text() -> ObjectBuilder {
    ObjectBuilder::new().schema_type(Type::String).min_length(Some(1))
}

fn form(parameter: Parameter) -> Schema {
    let known = |format| text().format(Some(SchemaFormat::KnownFormat(format)));
    match parameter {
        Parameter::Limit => ObjectBuilder::new()
            .schema_type(Type::Integer)
            .minimum(Some(1))
            .maximum(Some(MOST_LIMIT))
            .default(Some(DEFAULT_LIMIT.into())),
        Parameter::Day => known(KnownFormat::Date),
        Parameter::From | Parameter::To => known(KnownFormat::DateTime),
        Parameter::Words => text().max_length(Some(LONGEST_WORDS)),
        Parameter::Lang => text().enum_values(Some(["zh", "en"])),
        Parameter::After | Parameter::Venue | Parameter::Activity | Parameter::Person => text(),
    }
    .into()
}

/// What is answered when all is well, and what when not.
fn answered<T: ToSchema>(operation: OperationBuilder, schemas: &mut Schemas) -> OperationBuilder {
    schemas.push((T::name().into(), T::schema()));
    T::schemas(schemas);
    schemas.push((Problem::name().into(), Problem::schema()));
    Problem::schemas(schemas);
    let well = response("What was asked for. / 所请求的内容", JSON, &T::name());
    let problem = |what| response(what, PROBLEM, &Problem::name());
    operation
        .response("200", well)
        .response("304", Response::new("The asker has it already. / 内容未变"))
        .response("400", problem("A parameter is wrong. / 参数有误"))
        .response("404", problem("There is no such week or record. / 没有这一届或这条记录"))
        .response("503", problem("The week has no release yet. / 尚未发布"))
}

fn response(what: &str, media_type: &str, schema: &str) -> Response {
    let content = Content::new(Some(RefOr::<Schema>::Ref(Ref::from_schema_name(schema))));
    ResponseBuilder::new().description(what).content(media_type, content).build()
}

macro_rules! by_table {
    ($name:ident, $shell:ident) => {
        fn $name(table: Table, operation: OperationBuilder, schemas: &mut Schemas) -> OperationBuilder {
            match table {
                Table::Activities => answered::<$shell<'static, ActivityRecord<'static>>>(operation, schemas),
                Table::Parts => answered::<$shell<'static, PartRecord<'static>>>(operation, schemas),
                Table::Sessions => answered::<$shell<'static, SessionRecord<'static>>>(operation, schemas),
                Table::Occurrences => {
                    answered::<$shell<'static, OccurrenceRecord<'static>>>(operation, schemas)
                }
                Table::People => answered::<$shell<'static, PersonRecord<'static>>>(operation, schemas),
                Table::Venues => answered::<$shell<'static, VenueRecord<'static>>>(operation, schemas),
                Table::Rooms => answered::<$shell<'static, RoomRecord<'static>>>(operation, schemas),
                Table::Hosts => answered::<$shell<'static, HostRecord<'static>>>(operation, schemas),
                Table::Figures => answered::<$shell<'static, FigureRecord<'static>>>(operation, schemas),
            }
        }
    };
}

by_table!(answered_with_list, List);
by_table!(answered_with_one, One);
