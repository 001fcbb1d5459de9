package io.dunlin.criteria.alerts.web;

import io.dunlin.criteria.alerts.AlertNotices;
import io.dunlin.kernel.Right;
import io.dunlin.tenancy.CurrentTenant;
import io.dunlin.web.TopBarPart;
import io.dunlin.web.Viewers;
import java.util.Map;
import org.springframework.stereotype.Component;

/** How many notices of alerts the viewer has not read, in the top bar of every page. */
@Component
class BellPart implements TopBarPart {
    private final AlertNotices notices;
    private final Viewers viewers;

    BellPart(AlertNotices notices, Viewers viewers) {
        this.notices = notices;
        this.viewers = viewers;
    }

    @Override
    public String view() {
        return "criteria/alerts/web/bell";
    }

    @Override
    public Map<String, Object> model() {
        return Map.of("unread", notices.unread());
    }

    @Override
    public boolean isShown() {
        return CurrentTenant.find().isPresent() && viewers.current().may(Right.SEE_CUSTOMERS);
    }

    @Override
    public int order() {
        return 210;
    }
}
