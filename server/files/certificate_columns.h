// SPDX-License-Identifier: GPL-3.0-or-later
// THE table of the columns of files of certificates; as entity_columns.h, whose rules it follows.
// Thread-safe: constant.
#pragma once

#include "core/search/search_response.h"
#include "server/files/file_columns.h"

namespace wespol {

using CertificateColumn = FileColumn<CertificateHit>;

ColumnTable<CertificateHit> certificate_columns();

}  // namespace wespol
